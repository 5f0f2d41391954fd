/** Counts and times, as Prometheus reads them. */
@NullMarked
package io.evenflow.service.metrics;

import org.jspecify.annotations.NullMarked;
