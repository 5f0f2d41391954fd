/** What an answer says went wrong, by RFC 9457: a class for each kind. */
@NullMarked
package io.evenflow.service.problem;

import org.jspecify.annotations.NullMarked;
