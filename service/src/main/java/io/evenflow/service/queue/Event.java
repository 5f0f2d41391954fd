package io.evenflow.service.queue;

/**
 * Something that happened to a run.
 *
 * @param number from 1 within the run, without holes
 * @param status of the run from then on
 */
public record Event(long number, RunStatus status, RunProgress progress) {}
