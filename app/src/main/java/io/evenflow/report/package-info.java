/** Results in words, aligned columns and text pictures, as a dispatcher wants to see them. */
@NullMarked
package io.evenflow.report;

import org.jspecify.annotations.NullMarked;
