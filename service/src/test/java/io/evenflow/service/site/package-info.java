@NullMarked
package io.evenflow.service.site;

import org.jspecify.annotations.NullMarked;
