package io.teal.rehearsal.sim;

import io.teal.rehearsal.InvalidRunException;
import io.teal.rehearsal.aws.autoscaling.Host;
import io.teal.rehearsal.aws.cloudformation.Latitude;
import io.teal.rehearsal.aws.cloudformation.StackEvent;
import io.teal.rehearsal.aws.cloudformation.StackPlay;
import io.teal.rehearsal.aws.cloudformation.StackStandIn;
import io.teal.rehearsal.aws.stepfunctions.LocalPerson;
import io.teal.release.Color;
import io.teal.release.observation.Weights;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * The stack of the service, as the cases look at it. Where AWS documents nothing each world settles it one way or the
 * other, and both must do.
 */
public final class Stack {
    final StackStandIn standIn;
    private final World world;
    private final Latitude latitude;
    private final Set<String> touched = new HashSet<>();
    private Template template;

    /** What CloudFormation wrote to each production listener last. */
    private final Map<String, Weights> written = new TreeMap<>();

    Stack(World world, FunctionShell function) {
        this.world = world;
        boolean renumbers = world.random.nextBoolean();
        boolean ordersByName = world.random.nextBoolean();
        this.latitude = new Latitude(world.random.nextBoolean(), renumbers, ordersByName, renumbers && ordersByName);
        this.standIn = new StackStandIn(
                world.cloud.elb,
                world.cloud.region,
                world.time,
                new StackPlay(world.random.nextLong(), function, latitude),
                this::happened,
                line -> world.story.tell(() -> line));
        standIn.functions().answer(world.hook);
        standIn.person().replies(LocalPerson.Played.NOTHING);
    }

    private void happened(StackEvent event) {
        world.story.tell(() -> event.id() + " " + event.change());
        touched.add(event.id());
        world.judge.settles();
        if (event.id().startsWith(Part.LISTENER.id)) {
            written.remove(event.id());
            world.cloud
                    .elb
                    .listener(event.id())
                    .ifPresent(one -> written.put(one.id(), world.balancer.weights(one.id())));
        }
    }

    /** CloudFormation's word for how it is. */
    public String status() {
        return standIn.status();
    }

    /** Whether something is going on. */
    public boolean isBusy() {
        return status().endsWith("_IN_PROGRESS") && !status().startsWith("REVIEW");
    }

    /** The weights that CloudFormation takes the production listeners to have. */
    Optional<Weights> written() {
        return written.isEmpty() ? Optional.empty() : Optional.of(Weights.of(List.copyOf(written.values())));
    }

    /** Whether the last update told Preflight anything new, and succeeded. */
    boolean isSettledAnew() {
        return status().startsWith("UPDATE_COMPLETE") && touched(Part.PREFLIGHT);
    }

    /** Whether a rollback resolves GetAtt anew, or takes the values from before. */
    public boolean resolvesAnew() {
        return latitude.resolvesAnew();
    }

    /** Whether the last operation got as far as {@code part}. */
    public boolean touched(Part part) {
        return touched.contains(part.id);
    }

    /** The configuration in the version of the launch template of {@code color} that {@code host} was launched from. */
    String configuration(Color color, Host host) {
        String version = host.fleet().launch().replaceAll(".*\"Version\":\"(\\d+)\".*", "$1");
        return standIn.launchTemplate(color + "Template", version)
                .orElseThrow()
                .at("/LaunchTemplateData/InstanceType")
                .asText();
    }

    Template template() {
        return template;
    }

    /**
     * Live weights after a rollback from where a hand has put them: a listener that was changed may be put back to what
     * the old template says.
     */
    public String wentBackTo(Weights old, Weights hand) {
        return Weights.of(IntStream.range(0, world.balancer.ports)
                        .mapToObj(Balancer::listener)
                        .map(listener -> resolvesAnew() || !touched.contains(listener) ? hand : old)
                        .toList())
                .toString();
    }

    /** Creates the stack, or updates it. */
    void apply(Template next) {
        if (isBusy()) {
            throw new IllegalStateException("the stack is in status " + status());
        }
        touched.clear();
        Template before = template;
        template = template == null ? next : template;
        world.story.tell(() -> "the stack is changed");
        CompletableFuture<Optional<String>> applied =
                standIn.startApply(next.model(world.balancer.ports), next.troubles());
        applied.thenAccept(reason -> ended(before == null || reason.isEmpty() ? next : before, reason))
                .exceptionally(this::stuck);
    }

    private void ended(Template settled, Optional<String> reason) {
        template = settled;
        reason.ifPresent(world.judge::fails);
        world.story.tell(() -> "stack " + status());
        world.judge.stackEnded();
    }

    private Void stuck(Throwable failed) {
        if (failed.getCause() instanceof InvalidRunException rollback) {
            world.judge.stuck(rollback.getMessage());
        } else {
            world.time.fails(failed.getCause() instanceof Error error ? error : new AssertionError(failed));
        }
        return null;
    }

    /** A user cancels the update. */
    public void cancel() {
        world.story.tell(() -> "cancelled by the user");
        standIn.cancel();
    }

    void delete() {
        standIn.startDestroy().exceptionally(this::stuck);
    }
}
