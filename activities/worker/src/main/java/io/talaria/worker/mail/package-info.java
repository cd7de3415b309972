/** E-mail to those who lead the team. */
@NullMarked
package io.talaria.worker.mail;

import org.jspecify.annotations.NullMarked;
