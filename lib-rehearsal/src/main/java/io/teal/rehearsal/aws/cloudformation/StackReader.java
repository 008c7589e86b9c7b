package io.teal.rehearsal.aws.cloudformation;

import io.teal.rehearsal.Remark;
import io.teal.rehearsal.aws.elb.StickinessRules;
import io.teal.rehearsal.template.Fields;
import io.teal.rehearsal.template.KnownValues;
import io.teal.rehearsal.template.Resource;
import io.teal.rehearsal.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what is modelled of a template, refuses what cannot be rehearsed, and counts the rest. */
public final class StackReader {
    /** Custom resources of the CDK that touch neither traffic nor fleets. */
    private static final Set<String> IGNORED_CUSTOM =
            Set.of("Custom::VpcRestrictDefaultSG", "Custom::S3AutoDeleteObjects", "Custom::LogRetention");

    private final Template template;
    private final SortedMap<String, Object> models = new TreeMap<>();
    private final SortedMap<String, Integer> noPart = new TreeMap<>();
    private final List<Remark> remarks = new ArrayList<>();

    private StackReader(Template template) {
        this.template = template;
    }

    /** Reads {@code template}, with the weights after its release. */
    public static StackModel read(Template template) {
        KnownValues settled = new KnownValues(new CustomResourceReader(template).settledWeights(), Map.of());
        return new StackReader(template.knowing(settled)).model();
    }

    private StackModel model() {
        remarks.addAll(template.remarks());
        template.resources().values().forEach(this::read);
        StackModel model = new StackModel(template, models, noPart, remarks);
        StickinessRules sticky = new StickinessRules(model.groups());
        model.actions().forEach((id, action) -> sticky.check(action, fields(id)));
        return model;
    }

    private void read(Resource resource) {
        ResourceReader reader = new ResourceReader(template, resource);
        Optional<StackResource> read = reader.read();
        remarks.addAll(reader.remarks());
        read.ifPresent(known -> models.put(resource.id(), known.model()));
        Optional<String> without = read.isPresent() ? reader.foreign() : Optional.of(resource.type());
        without.ifPresent(type -> noPart.merge(type, 1, Integer::sum));
        remarks.addAll(without.isEmpty() ? UnreadProperties.of(template, resource) : unjudged(resource));
    }

    /** What stands beside the release and might touch it, unseen. */
    private static List<Remark> unjudged(Resource resource) {
        String type = resource.type();
        boolean custom = type.startsWith("Custom::") || type.equals("AWS::CloudFormation::CustomResource");
        if (custom && !IGNORED_CUSTOM.contains(type)) {
            return List.of(Remark.notJudged("what the function behind " + resource.id() + " (" + type + ") does"));
        }
        return type.equals("AWS::CloudFormation::Stack") || type.equals("AWS::Serverless::Application")
                ? List.of(Remark.notJudged("what is in " + resource.id() + ", a nested stack"))
                : List.of();
    }

    private Fields fields(String id) {
        return new Fields(template, template.resources().get(id));
    }
}
