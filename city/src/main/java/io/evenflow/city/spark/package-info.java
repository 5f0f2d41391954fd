/** The only package that knows Spark: chunks as tasks of a stage, outcomes as Parquet tables. */
@NullMarked
package io.evenflow.city.spark;

import org.jspecify.annotations.NullMarked;
