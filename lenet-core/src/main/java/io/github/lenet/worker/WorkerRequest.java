package io.github.lenet.worker;

import io.github.lenet.json.Json;
import io.github.lenet.json.Key;
import java.io.IOException;

/** What goes into the worker, completely described. */
@Key("request")
public sealed interface WorkerRequest permits TrainingRequest, SearchRequest, InferenceRequest {

    /**
     * What the worker reads.
     *
     * @return the request as JSON, on one line
     */
    default String line() {
        return Json.line(this);
    }

    /**
     * Reads a request.
     *
     * @param line what {@link #line} gave
     * @return the request
     * @throws IOException if it is none
     */
    static WorkerRequest parse(String line) throws IOException {
        return Json.parse(line, WorkerRequest.class, "the request");
    }
}
