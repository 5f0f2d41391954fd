/** A database, SQLite or PostgreSQL, as transactions; it knows no runs. */
@NullMarked
package io.evenflow.service.storage;

import org.jspecify.annotations.NullMarked;
