package io.evenflow.service.queue;

import java.time.Instant;

/**
 * Something that happened to a run.
 *
 * @param number from 1 within the run, without holes
 * @param at when
 * @param status of the run from then on
 */
public record Event(long number, Instant at, RunStatus status, RunProgress progress) {}
