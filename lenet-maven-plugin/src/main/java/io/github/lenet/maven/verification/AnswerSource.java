package io.github.lenet.maven.verification;

import io.github.lenet.answer.Answers;
import io.github.lenet.dataset.Dataset;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;

/** Where answers to images come from. */
interface AnswerSource {

    /** Answers images, or fails as the goal is to fail. */
    Answers answersTo(Dataset images) throws IOException, MojoExecutionException;
}
