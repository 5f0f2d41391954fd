package io.evenflow.service.queue;

/**
 * The right to write about a run, until it ends or is renewed.
 *
 * @param run id of the run
 * @param owner whose it is
 * @param attempt of the run; a later one takes the right away
 */
public record Lease(String run, String owner, int attempt) {}
