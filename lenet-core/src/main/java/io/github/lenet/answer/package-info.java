/**
 * What a model answered to labelled images: {@link io.github.lenet.answer.Answers}. All that is measured, compared,
 * decided and shown is computed from these, and does not know where they come from.
 * {@link io.github.lenet.answer.ClassifierAnswers} gets them from a model of this project.
 */
@NullMarked
package io.github.lenet.answer;

import org.jspecify.annotations.NullMarked;
