/** Files: what comes in and what goes out, and the errors that name what could not be read. */
@NullMarked
package io.evenflow.io;

import org.jspecify.annotations.NullMarked;
