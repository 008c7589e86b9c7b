package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.Rehearsed;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@Rehearsed
class RealRefreshTest extends RefreshTest {
    RealRefreshTest() {
        super(World.real());
    }
}
