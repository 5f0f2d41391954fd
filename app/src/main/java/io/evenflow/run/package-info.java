/**
 * What a run of a day needs around the method, whoever asks for it: what is said where there is no
 * schedule or an error ended it, what it is compared with, its page.
 */
@NullMarked
package io.evenflow.run;

import org.jspecify.annotations.NullMarked;
