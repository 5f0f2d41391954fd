/** What the tests of several packages need. */
@NullMarked
package io.evenflow;

import org.jspecify.annotations.NullMarked;
