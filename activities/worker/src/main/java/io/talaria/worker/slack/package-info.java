/** The desk in Slack, where recruiters are told. */
@NullMarked
package io.talaria.worker.slack;

import org.jspecify.annotations.NullMarked;
