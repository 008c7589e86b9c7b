package io.teal.rehearsal.aws.cloudformation;

import io.teal.rehearsal.TemplateClock;
import io.teal.rehearsal.Timers;
import io.teal.rehearsal.aws.AuthorizedAws;
import io.teal.rehearsal.aws.LocalAws;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.eventbridge.GuardEventRule;
import io.teal.rehearsal.aws.eventbridge.GuardEvents;
import io.teal.rehearsal.aws.lambda.FunctionCode;
import io.teal.rehearsal.aws.lambda.Invocations;
import io.teal.rehearsal.aws.lambda.LocalFunctions;
import io.teal.rehearsal.aws.stepfunctions.LocalExecutions;
import io.teal.rehearsal.aws.stepfunctions.LocalPerson;
import io.teal.runtime.execution.ReleaseFunction;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Teal's custom resources: the same code as in AWS handles their requests, against the stand-ins. */
final class CustomResources {
    private static final String STACK = "arn:aws:cloudformation:local:000000000000:stack/rehearsal/1";
    private static final DateTimeFormatter SIGNED =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String PROBE = "Probe";

    private final Map<String, CompletableFuture<Map<String, Object>>> pending = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final Timers timers;
    private final TemplateClock clock;
    private final LocalAws aws;
    private final AuthorizedAws authorized;
    private final ReleaseFunction runs;
    private final Invocations invocations;
    private final LocalFunctions functions;
    private final LocalPerson person;
    private final GuardEvents guards;
    private final Supplier<String> status;

    /**
     * Custom resources of one stack.
     *
     * @param code the release function's code
     * @param functions the functions of the user's that runs call
     * @param status the stack's status
     * @param log receives each decision of a run
     */
    CustomResources(
            Balancer balancer,
            LocalAutoScaling fleets,
            Timers timers,
            FunctionCode code,
            LocalFunctions functions,
            Supplier<String> status,
            Consumer<String> log) {
        this.timers = timers;
        this.clock = new TemplateClock(timers);
        this.person = new LocalPerson(timers, (group, key, value) -> aws().createOrUpdateTag(group, key, value));
        this.invocations = new Invocations(timers, log);
        LocalExecutions executions =
                new LocalExecutions(timers, clock, this::runs, functions, invocations, person::sees);
        this.functions = functions;
        this.aws = new LocalAws(balancer, fleets, executions, timers, clock, status, log);
        this.authorized = new AuthorizedAws(aws);
        this.runs = code.over(authorized.port(), this::answered, clock, log);
        this.status = status;
        this.guards = new GuardEvents(timers, aws.alarms(), this::wake);
    }

    /** The stand-ins that the runs read and change. */
    LocalAws aws() {
        return aws;
    }

    /** What wakes the guards of its services. */
    GuardEvents guards() {
        return guards;
    }

    /** The person whom its runs ask. */
    LocalPerson person() {
        return person;
    }

    private ReleaseFunction runs() {
        return runs;
    }

    /** While the stack is changed, its own runs go on as what they may be; the guard then starts none. */
    private void wake(GuardEventRule rule) {
        if (status.get().endsWith("_COMPLETE")) {
            authorized.may(rule.rights());
        }
        invocations.deliver(
                "rule " + rule.id(),
                () -> runs.guard(rule.service().machine(), rule.service().stack()));
    }

    /** The stack goes on when the run that answers has returned, not inside its call. */
    private void answered(String url, Map<String, Object> answer) {
        Optional.ofNullable(pending.remove(url))
                .ifPresent(future -> timers.after(Duration.ZERO).thenRun(() -> future.complete(answer)));
    }

    /**
     * Sends a request to a custom resource, as CloudFormation does, and waits for an answer no longer than it does.
     *
     * @param request {@code Create}, {@code Update} or {@code Delete}
     * @param backing what stands behind it
     * @param before its properties before an update
     * @return its response
     */
    CompletableFuture<Map<String, Object>> ask(
            String request,
            CustomResourceModel model,
            CustomResourceBacking backing,
            Optional<CustomResourceModel> before) {
        Optional.ofNullable(model.properties().get(PROBE)).ifPresent(probe -> functions.isProbe(probe.toString()));
        String id = "request-" + requests.incrementAndGet();
        String url = "https://cloudformation-custom-resource-response.local/" + id + "?X-Amz-Date="
                + SIGNED.format(clock.instant()) + "&X-Amz-Expires=7199";
        Map<String, Object> event = new TreeMap<>();
        event.put("RequestType", request);
        event.put("ResourceType", model.type());
        event.put("RequestId", id);
        event.put("StackId", STACK);
        event.put("LogicalResourceId", model.id());
        event.put("PhysicalResourceId", model.id());
        event.put("ResponseURL", url);
        event.put("ResourceProperties", model.properties());
        before.ifPresent(old -> event.put("OldResourceProperties", old.properties()));
        CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();
        pending.put(url, answer);
        timers.after(backing.timeout()).thenRun(() -> answer.complete(noAnswer(backing)));
        authorized.may(backing.rights());
        if (backing.answers(request)) {
            invocations.deliver("request " + id, () -> runs.onEvent(event));
        }
        return answer;
    }

    private static Map<String, Object> noAnswer(CustomResourceBacking backing) {
        String why = backing.silent().map(reason -> ": " + reason).orElse("");
        return Map.of(
                "Status",
                "FAILED",
                "Reason",
                "no answer within its ServiceTimeout of " + backing.timeout().toSeconds() + " s" + why);
    }
}
