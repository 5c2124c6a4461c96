/**
 * What a model answered to labelled images: {@link io.github.lenet.answer.Answers}. All that is measured, compared,
 * decided and shown is computed from these, and does not know where they come from.
 * {@link io.github.lenet.answer.ClassifierAnswers} gets them from a model of this project,
 * {@link io.github.lenet.answer.PredictionsFile} from a file that any other program has written.
 */
@NullMarked
package io.github.lenet.answer;

import org.jspecify.annotations.NullMarked;
