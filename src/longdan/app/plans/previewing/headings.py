"""The heading and the parts of a plan in force, in the shape in which a reader finds them."""

from longdan.app.plans.models import Plan, Section
from longdan.core.plans import draft


def heading_of(plan: Plan) -> draft.Heading:
    """Who issued the plan, when, under which number; with what it names."""
    bases = list(plan.citations.values_list("text", "basis"))
    return draft.Heading(
        kind=plan.kind,
        issuer=plan.issuer_name or None,
        parent_issuer=plan.parent_issuer_name or None,
        place=plan.place or None,
        number=plan.number or None,
        issued=plan.issued,
        doc_type=plan.doc_type or None,
        title=plan.title,
        signer=plan.signer or None,
        signer_position=plan.signer_position or None,
        year=plan.first_year,
        period=(plan.first_year, plan.last_year) if plan.first_year and plan.last_year else None,
        indices=tuple(plan.indices.values_list("code", flat=True)),
        legal_bases=tuple(text for text, basis in bases if basis),
        cited_documents=tuple(text for text, basis in bases if not basis),
        recipients=tuple(plan.recipients.values_list("as_written", flat=True)),
    )


def sections_of(plan: Plan) -> tuple[draft.Section, ...]:
    """The tree of the plan's sections."""
    parts: dict[int | None, list[Section]] = {}
    for row in plan.sections.order_by("order"):
        parts.setdefault(row.parent_id, []).append(row)

    def tree(parent: int | None) -> tuple[draft.Section, ...]:
        return tuple(
            draft.Section(
                row.number, row.path, row.title or None, draft.Quote(row.quote, row.start or 0, row.end or 0), tree(row.pk)
            )
            for row in parts.get(parent, ())
        )

    return tree(None)
