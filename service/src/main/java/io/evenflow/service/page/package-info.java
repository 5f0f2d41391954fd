/** The page for the browser. */
@NullMarked
package io.evenflow.service.page;

import org.jspecify.annotations.NullMarked;
