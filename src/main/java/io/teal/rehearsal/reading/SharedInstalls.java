package io.teal.rehearsal.reading;

import io.teal.rehearsal.model.CustomModel;
import io.teal.rehearsal.model.DeploymentGroupModel;
import io.teal.rehearsal.template.Resource;
import io.teal.rehearsal.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what installs versions on hosts that both colours share. */
final class SharedInstalls {
    static final String DEPLOYMENT_GROUP = "AWS::CodeDeploy::DeploymentGroup";

    private final Template template;

    SharedInstalls(Template template) {
        this.template = template;
    }

    /** The custom resource, if it installs both colours at once. */
    Optional<CustomModel> install(Resource resource) {
        CustomModel model = new Customs(template).read(resource);
        boolean both = model.properties().get("Install") instanceof Map<?, ?> install && !install.containsKey("Color");
        return both ? Optional.of(model) : Optional.empty();
    }

    /** The deployment group, if its hosts are shared. */
    Optional<DeploymentGroupModel> group(Resource resource) {
        List<String> fleets = new Fields(template, resource).references("AutoScalingGroups");
        return fleets.stream()
                .filter(this::isShared)
                .findFirst()
                .map(fleet -> new DeploymentGroupModel(resource.id(), fleet));
    }

    private boolean isShared(String fleet) {
        Resource resource = template.resources().get(fleet);
        return resource != null
                && Fleets.read(fleet, new Fields(template, resource), template).sharesHosts();
    }
}
