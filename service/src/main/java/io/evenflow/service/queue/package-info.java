/** Runs and the durable queue they wait in: accepted, leased, finished once. */
@NullMarked
package io.evenflow.service.queue;

import org.jspecify.annotations.NullMarked;
