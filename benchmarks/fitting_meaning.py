"""Fits the network that judges clauses by their vectors (`bot.reading.meaning`)."""

from __future__ import annotations

import numpy as np
import torch

from bot.reading.linear import Values
from bot.reading.meaning import Network, beside
from retrieval.embedding import MODEL

UNITS, EPOCHS, BATCH = 96, 10, 256
"""Units of the layer, passes over the examples, and rows of a step."""
DROPPED_SEEN, DROPPED_UNITS = 0.1, 0.4
"""Shares of what is seen and of the units that are left out of a step."""
RATE, DECAY = 3e-3, 1e-4
RARE = -3.0
"""Intercept of an output at the beginning: few clauses ask any one intent."""


def fitted_network(vectors: Values, labels: np.ndarray, counting: np.ndarray) -> Network:
    """A network learnt from the vectors of clauses and of their messages, (clauses, 2, dimensions).

    `labels` is what each clause asks, (clauses, outputs), `counting` what each clause counts.
    """
    centre = np.average(vectors[:, 0], axis=0, weights=counting).astype(np.float32)
    shown = torch.tensor(beside(vectors[:, 0], vectors[:, 1], centre))
    wanted, weights = torch.tensor(labels.astype(np.float32)), torch.tensor(counting.astype(np.float32))[:, None]
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # the same sums on every machine
    hidden, hidden_intercepts, output, output_intercepts = _weights(shown, wanted, weights)
    torch.set_num_threads(threads)
    return Network(centre, hidden, hidden_intercepts, output, output_intercepts, vector_space=MODEL)


def _weights(
    shown: torch.Tensor, wanted: torch.Tensor, weights: torch.Tensor
) -> tuple[Values, Values, Values, Values]:
    """Weights and intercepts of the layer, and of the outputs."""
    torch.manual_seed(1)
    hidden, output = torch.nn.Linear(shown.shape[1], UNITS), torch.nn.Linear(UNITS, wanted.shape[1])
    torch.nn.init.constant_(output.bias, RARE)
    network = torch.nn.Sequential(
        torch.nn.Dropout(DROPPED_SEEN), hidden, torch.nn.ReLU(), torch.nn.Dropout(DROPPED_UNITS), output
    )
    steps = EPOCHS * -(-len(shown) // BATCH)
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 2 * RATE, total_steps=steps)
    for _ in range(EPOCHS):
        order = torch.randperm(len(shown))
        for start in range(0, len(shown), BATCH):
            rows = order[start : start + BATCH]
            missed = torch.nn.functional.binary_cross_entropy_with_logits(
                network(shown[rows]), wanted[rows], weight=weights[rows], reduction="sum"
            )
            optimiser.zero_grad()
            torch.autograd.backward(missed / len(rows))
            optimiser.step()
            schedule.step()
    values = (hidden.weight.T, hidden.bias, output.weight.T, output.bias)
    first, second, third, fourth = (value.detach().numpy().astype(np.float32) for value in values)
    return first, second, third, fourth
