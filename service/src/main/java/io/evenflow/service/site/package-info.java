/**
 * Live sites: what is said of a site becomes events of {@code io.evenflow.live}, each change a
 * plan; all of it is on disk before it is answered.
 */
@NullMarked
package io.evenflow.service.site;

import org.jspecify.annotations.NullMarked;
