package io.teal.runtime.aws;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** AWS whose answers a test queues. */
abstract class QueuedFixture {
    final QueuedAnswers answers = new QueuedAnswers();
    AwsSdk aws;
    private ByHand here;

    @BeforeEach
    void serve() throws IOException {
        here = new ByHand(answers);
        aws = here.aws();
    }

    @AfterEach
    void end() {
        here.close();
    }
}
