package io.teal.operate.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.operate.RefusedException;
import io.teal.rehearsal.template.IntrinsicFunctions;
import io.teal.release.InvalidValueException;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.port.Reads;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A deployed stack. The properties of its services are read from its template: an execution's input has them resolved,
 * but Step Functions keeps it for 90 days only, and a service may have no deploy for longer.
 */
public final class Stack {
    private static final String NEWEST = ".LatestVersionNumber";
    private static final Set<String> NEEDED =
            Set.of("LoadBalancer", "StateMachine", "BlueTargetGroups", "GreenTargetGroups", "BlueGroup", "GreenGroup");

    private final Account account;
    private final StackState state;
    private final TemplateText template;
    private final Map<String, String> references;
    private Map<String, String> exports;

    private Stack(Account account, StackState state, TemplateText template, Map<String, String> resources) {
        this.account = account;
        this.state = state;
        this.template = template;
        this.references = new HashMap<>(resources);
        references.putAll(state.parameters());
        references.put("AWS::StackName", state.name());
        references.put("AWS::StackId", state.id());
        references.put("AWS::Partition", state.part(1));
        references.put("AWS::Region", state.part(3));
        references.put("AWS::AccountId", state.part(4));
    }

    /**
     * The stack called {@code name}.
     *
     * @throws RefusedException if there is none
     */
    public static Stack read(Account account, Reads reads, String name) {
        return find(account, reads, name)
                .orElseThrow(() -> new RefusedException(
                        "there is no stack " + name + " in this account and region",
                        "check --profile and --region, or deploy it first"));
    }

    /** The stack called {@code name}; empty if there is none. */
    public static Optional<Stack> find(Account account, Reads reads, String name) {
        Supplier<Optional<StackState>> described = reads.begin(() -> account.describeStack(name));
        Supplier<String> template = reads.begin(() -> account.getTemplate(name));
        Supplier<Map<String, String>> resources = reads.begin(() -> account.listStackResources(name));
        return described
                .get()
                .filter(state -> !state.status().equals("REVIEW_IN_PROGRESS"))
                .map(state -> new Stack(account, state, TemplateText.parse(template.get(), name), resources.get()));
    }

    /** Its state at the time of reading. */
    public StackState state() {
        return state;
    }

    /**
     * Its services, in the order of the template; none if it was deployed without Shift.
     *
     * @throws RefusedException if the properties of a service cannot be read
     */
    public List<Service> services() {
        return services(template, attribute -> arn(attribute).or(() -> newest(attribute)));
    }

    /** The same, without asking which versions of the launch templates are newest: a rollback boots from none. */
    private List<Service> unpinned() {
        return services(template, this::arn);
    }

    /** Its services that have one fleet, in the order of the template. */
    public List<SingleFleet> singleFleets() {
        return singleFleets(template);
    }

    /** Those of {@code next}, the template to deploy, with this stack's values. */
    public List<SingleFleet> singleFleets(TemplateText next) {
        return SingleFleet.of(next, new DeployedValues(this::reference, this::arn, this::exported));
    }

    /**
     * The service with one fleet called {@code name}, or the only service; empty if that has two colours, or there is
     * none.
     *
     * @throws RefusedException if it is not clear which, or there is none of that name
     */
    public Optional<SingleFleet> singleFleet(Optional<String> name) {
        boolean colored = !template.shifts().isEmpty();
        return colored && name.isEmpty() ? Optional.empty() : SingleFleet.chosen(singleFleets(), colored, name);
    }

    /** The services of {@code next}, the template to deploy, with this stack's values. */
    public List<Service> services(TemplateText next) {
        return services(next, attribute -> arn(attribute).or(() -> newestAfter(attribute, next)));
    }

    /** The properties of the services of {@code template}, as far as known before the stack {@code name} exists. */
    public static List<CutoverProperties> undeployed(String name, TemplateText template) {
        DeployedValues values = new DeployedValues(
                reference -> Optional.of(name).filter(stack -> reference.equals("AWS::StackName")),
                attribute -> Optional.empty(),
                export -> Optional.empty());
        return template.shifts().values().stream()
                .map(shift -> read(map(values, shift), name))
                .toList();
    }

    private List<Service> services(TemplateText from, Function<String, Optional<String>> attributes) {
        DeployedValues values = new DeployedValues(this::reference, attributes, this::exported);
        return from.shifts().values().stream()
                .map(shift -> service(map(values, shift)))
                .toList();
    }

    private Service service(Map<String, Object> shift) {
        for (String name : NEEDED) {
            if (String.valueOf(shift.get(name)).contains(DeployedValues.UNKNOWN)) {
                throw new RefusedException(
                        name + " of a service in " + state.name() + " cannot be resolved, got " + shift.get(name),
                        "deploy the stack once, then ask again");
            }
        }
        return new Service(state, read(shift, state.name()), shift);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(DeployedValues values, JsonNode shift) {
        JsonNode resolved = new IntrinsicFunctions(values).resolve(shift);
        return (Map<String, Object>) IntrinsicFunctions.plain(resolved, UnaryOperator.identity());
    }

    private static CutoverProperties read(Map<String, Object> map, String stack) {
        try {
            return CutoverMap.read(map);
        } catch (IllegalArgumentException | InvalidValueException unreadable) {
            throw new RefusedException(unreadable.getMessage(), "deploy " + stack + " with this version of Teal");
        }
    }

    private Optional<String> reference(String name) {
        return Optional.ofNullable(references.get(name));
    }

    private Optional<String> exported(String name) {
        if (exports == null) {
            exports = account.listExports();
        }
        return Optional.ofNullable(exports.get(name));
    }

    /** The ARN, if it is the resource's physical id, as a state machine's is. */
    private Optional<String> arn(String attribute) {
        return owner(attribute, ".Arn").flatMap(this::reference).filter(id -> id.startsWith("arn:"));
    }

    private Optional<String> newest(String attribute) {
        return owner(attribute, NEWEST).flatMap(this::reference).flatMap(account::latestLaunchTemplateVersion);
    }

    /** A changed launch template gets the next version number; a new one starts with 1. */
    private Optional<String> newestAfter(String attribute, TemplateText next) {
        Optional<String> id = owner(attribute, NEWEST);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> now = newest(attribute);
        if (next.properties(id.get()).equals(template.properties(id.get()))) {
            return now;
        }
        return Optional.of(Integer.toString(now.map(Integer::valueOf).orElse(0) + 1));
    }

    private static Optional<String> owner(String attribute, String name) {
        return attribute.endsWith(name)
                ? Optional.of(attribute.substring(0, attribute.length() - name.length()))
                : Optional.empty();
    }

    /**
     * Its services; see {@link #services()}.
     *
     * @throws RefusedException if there is none
     */
    public List<Service> someServices() {
        return some(services());
    }

    private List<Service> some(List<Service> services) {
        if (services.isEmpty()) {
            throw new RefusedException(
                    "the stack " + state.name() + " has no service of Teal", "name another stack, or deploy one first");
        }
        return services;
    }

    /**
     * The service called {@code name}, or the only one; the newest versions of its launch templates are not read.
     *
     * @throws RefusedException if there is none, or it is not clear which
     */
    public Service service(Optional<String> name) {
        List<Service> services = some(unpinned());
        String names = services.stream().map(Service::name).collect(Collectors.joining(", "));
        if (name.isEmpty() && services.size() > 1) {
            throw new RefusedException("the stack has several services: " + names, "choose one: --service NAME");
        }
        return services.stream()
                .filter(service -> name.isEmpty() || service.name().equals(name.get()))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        "--service must be one of " + names + ", got " + name.orElse(""), "write the name as listed"));
    }
}
