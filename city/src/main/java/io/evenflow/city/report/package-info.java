/** The page of a whole city. */
@NullMarked
package io.evenflow.city.report;

import org.jspecify.annotations.NullMarked;
