/** Methods that coordinate a fleet: direct, two-stage, certified, uncontrolled. */
@NullMarked
package io.evenflow.method;

import org.jspecify.annotations.NullMarked;
