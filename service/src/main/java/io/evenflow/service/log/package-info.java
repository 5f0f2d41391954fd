/** What is written down for whoever operates the service: one JSON object a line. */
@NullMarked
package io.evenflow.service.log;

import org.jspecify.annotations.NullMarked;
