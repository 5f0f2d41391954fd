/** Those who take runs out of the queue and solve them. */
@NullMarked
package io.evenflow.service.work;

import org.jspecify.annotations.NullMarked;
