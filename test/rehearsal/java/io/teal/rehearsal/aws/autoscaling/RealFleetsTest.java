package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.Rehearsed;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@Rehearsed
class RealFleetsTest extends FleetsTest {
    RealFleetsTest() {
        super(World.real());
    }
}
