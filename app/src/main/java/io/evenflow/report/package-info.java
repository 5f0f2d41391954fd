/**
 * Results in words, aligned columns and text pictures, as a dispatcher wants to see them, and as
 * pages of charts.
 *
 * <p>Pages are made of templates, styles and scripts beside these classes' resources: all figures
 * are computed here and handed over as JSON, the scripts only say how charts look.
 */
@NullMarked
package io.evenflow.report;

import org.jspecify.annotations.NullMarked;
