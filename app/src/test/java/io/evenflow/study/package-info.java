/** Tests of generators, studies and tables; none of them measures a time. */
@NullMarked
package io.evenflow.study;

import org.jspecify.annotations.NullMarked;
