package io.teal.rehearsal.sim;

import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.autoscaling.Workload;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.elb.FlowNetwork;
import io.teal.rehearsal.aws.elb.Propagation;
import io.teal.rehearsal.aws.lambda.Invocations;
import java.time.Duration;

/** The stand-ins of a rehearsal that the service of a world runs on. */
final class Cloud {
    /** Nodes of the load balancer, each of which hears of new weights late. */
    static final int NODES = 2;

    final FlowNetwork network;
    final Balancer elb;
    final LocalAutoScaling region;
    final Invocations lambda;

    Cloud(World world, long seed) {
        Hosts hosts = new Hosts(world);
        this.network = new FlowNetwork(hosts::passes);
        this.elb = network.balancer(world.time, seed, new Propagation(NODES, World.TIMING.spread(), Duration.ZERO));
        this.region = new LocalAutoScaling(hosts, elb, world.time, new Workload(1, 1));
        this.lambda = new Invocations(world.time, line -> world.story.tell(() -> line));
    }
}
