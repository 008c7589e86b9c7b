package io.teal.rehearsal.run;

import io.teal.rehearsal.Timers;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.autoscaling.Machines;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.elb.Propagation;
import io.teal.rehearsal.aws.lambda.LocalFunctions;
import io.teal.rehearsal.load.Exchange;
import io.teal.rehearsal.load.Load;
import io.teal.rehearsal.load.ServerLedgers;
import io.teal.rehearsal.report.Report;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a clock brings with it: time, hosts, and a network between them, the load balancer and the load. */
interface World extends AutoCloseable {
    Timers timers();

    Balancer balancer();

    Machines machines();

    /** What the user's functions answer. */
    LocalFunctions.UserAnswers functions();

    /** Begins to load {@code listener}. */
    Load load(String listener) throws IOException;

    /** A client that asks {@code listener} for what its rules take by a header; empty where there is none. */
    Optional<PreviewClient> preview(LocalAutoScaling fleets, String listener);

    /** What the hosts have served. */
    ServerLedgers ledgers() throws IOException;

    /** CPU and delay of the rehearsal under the load that has just been stopped. */
    Report.Effort effort(List<Exchange> exchanges);

    /** How long the slowest host took to boot that had no fault. */
    Duration slowestBoot();

    @Override
    void close();

    /** How changes reach the nodes of the load balancer under {@code conditions}. */
    static Propagation propagation(UnusualConditions conditions) {
        Propagation usual = Propagation.USUAL;
        return new Propagation(usual.nodes(), usual.latest(), conditions.lateNode());
    }
}
