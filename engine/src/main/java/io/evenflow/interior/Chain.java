package io.evenflow.interior;

/**
 * A level over steps: what is drawn from a step's node fills it, what is fed in there empties it.
 *
 * <pre>
 * levelₖ = levelₖ₋₁ + gainₖ·drawnₖ − lossₖ·fedₖ + missedₖ,  level₀ = 0,  lowestₖ ≤ levelₖ ≤ highestₖ
 * cost = Σ movingCostₖ·(drawnₖ + fedₖ) + missCostₖ·missedₖ − worth·level at the end
 * </pre>
 *
 * Arrays are by step and the chain's own.
 *
 * @param nodes ascending within a block
 * @param mostDrawn at least 0
 * @param mostFed at least 0
 * @param gain per unit drawn
 * @param loss per unit fed in
 * @param missCost per unit of level that falls from the sky
 * @param mostMissed how much does at most
 * @param worth per unit of level after the last step
 */
public record Chain(
    int[] nodes,
    double[] mostDrawn,
    double[] mostFed,
    double[] gain,
    double[] loss,
    double[] lowest,
    double[] highest,
    double[] movingCost,
    double[] missCost,
    double[] mostMissed,
    double worth) {}
