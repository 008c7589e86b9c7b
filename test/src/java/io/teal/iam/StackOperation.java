package io.teal.iam;

import io.teal.release.port.Aws;
import io.teal.release.port.Execution;
import io.teal.runtime.execution.Runs;
import io.teal.runtime.function.FunctionClock;
import io.teal.runtime.statemachine.LocalMachine;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** CloudFormation and Step Functions, as the function of one service meets them: events and executions. */
final class StackOperation {
    private static final List<LocalMachine.State> OVER = List.of(LocalMachine.State.DONE, LocalMachine.State.FAILED);

    final Account account;
    final Installer installer;
    final PortRecorder recorder = new PortRecorder();

    /** ARNs of the user's functions that the machine called. */
    final Set<String> functions = new TreeSet<>();

    /** ARNs of the buses and topics that it sent notices to. */
    final Set<String> buses = new TreeSet<>();

    final Set<String> topics = new TreeSet<>();

    private final FunctionClock clock = new FunctionClock();
    private final Deque<Map<String, Object>> answers = new ArrayDeque<>();
    private final String stack;
    private final Runs runs;
    private int requests;

    StackOperation(DeployedTemplate template) {
        this.stack = template.stackArn();
        this.account = new Account(template, clock);
        this.installer = new Installer(account);
        account.codeDeploy = installer;
        Aws aws = recorder.over(Aws.class, account);
        this.runs = new Runs(aws, (url, answer) -> answers.add(answer), clock, line -> {});
    }

    /** The stack is in {@code status} from now on. */
    void status(String status) {
        account.stack = status;
    }

    /** An execution of {@code machine} that began before and has not ended. */
    void older(String machine) {
        String arn = machine.replace(":stateMachine:", ":execution:") + ":shift-older" + ++requests;
        account.executions.add(0, new Execution(arn, "shift-older" + requests, "RUNNING", clock.instant()));
    }

    /**
     * Sends the event of the custom resource {@code id}, and runs the execution that it starts.
     *
     * @return why it failed; empty if it succeeded
     */
    Optional<String> send(
            String id, String type, String request, Map<String, Object> now, Optional<Map<String, Object>> before) {
        Map<String, Object> event = new TreeMap<>();
        event.put("RequestType", request);
        event.put("ResourceType", type);
        event.put("RequestId", "r" + ++requests);
        event.put("StackId", stack);
        event.put("LogicalResourceId", id);
        event.put("ResponseURL", "https://answer");
        event.put("ResourceProperties", now);
        before.ifPresent(properties -> event.put("OldResourceProperties", properties));
        clock.passes(1);
        runs.onEvent(event);
        run(event);
        Map<String, Object> answer = answers.remove();
        return answer.get("Status").equals("SUCCESS") ? Optional.empty() : Optional.of(answer.get("Reason") + "");
    }

    /** The guard of the service that {@code machine} releases is woken; it returns traffic. */
    @SuppressWarnings("unchecked")
    void guard(String machine) {
        runs.guard(machine, stack);
        run((Map<String, Object>) account.started.get(Runs.EVENT));
    }

    private void run(Map<String, Object> event) {
        if (!answers.isEmpty()) {
            return;
        }
        Execution own = account.executions.get(0);
        LocalMachine machine =
                new LocalMachine(runs, userFunctions(), own.arn(), clock.instant(), Map.of(Runs.EVENT, event));
        while (!OVER.contains(machine.state())) {
            clock.passes(Math.max(1, machine.step().toSeconds()));
        }
        account.end(own.arn(), "SUCCEEDED", Optional.of(machine.payload()));
    }

    private LocalMachine.UserFunctions userFunctions() {
        return new LocalMachine.UserFunctions() {
            @Override
            public Map<String, Object> call(String function, Map<String, Object> payload) {
                functions.add(function);
                return Map.of("passed", true, "answered", 100);
            }

            @Override
            public void tell(Map<String, Object> notice) {
                buses.add(notice.get("bus").toString());
            }

            @Override
            public void mail(Map<String, Object> notice) {
                topics.add(notice.get("topic").toString());
            }
        };
    }
}
