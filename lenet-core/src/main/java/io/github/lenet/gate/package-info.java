/**
 * Decides whether a model is good enough: rules with limits go in with an evaluation, one verdict comes out.
 *
 * <p>This is the only place that decides. Exit code, log and every report show the {@link io.github.lenet.gate.Verdict}
 * from here. Nothing to check is never a pass: neither a gate nor a verdict exists without a rule.
 */
@NullMarked
package io.github.lenet.gate;

import org.jspecify.annotations.NullMarked;
