/** The API: requests in, runs and problems as JSON out. */
@NullMarked
package io.evenflow.service.http;

import org.jspecify.annotations.NullMarked;
