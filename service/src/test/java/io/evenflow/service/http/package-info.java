@NullMarked
package io.evenflow.service.http;

import org.jspecify.annotations.NullMarked;
