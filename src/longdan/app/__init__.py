"""The only storey that writes: tables, questions to them, actions, who may do what."""
