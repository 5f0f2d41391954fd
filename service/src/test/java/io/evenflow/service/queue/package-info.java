@NullMarked
package io.evenflow.service.queue;

import org.jspecify.annotations.NullMarked;
