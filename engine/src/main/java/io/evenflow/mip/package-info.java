/** Mixed-integer conic programs: the data and the one interface all engines stand behind. */
@NullMarked
package io.evenflow.mip;

import org.jspecify.annotations.NullMarked;
