package dev.lodestone.query.audit;

import dev.lodestone.query.LodestoneException;
import dev.lodestone.query.Told;
import java.util.Optional;

/// What can be asked about predictions. Answers are records that [dev.lodestone.query.Json] writes.
public interface AuditDoor {
    /// The predictions there are.
    ///
    /// @param sample only those of a sample: IRI, id or lab name
    /// @param model only those of a model: IRI or id
    Told predictions(Optional<String> sample, Optional<String> model);

    /// The provenance of a prediction, down to training rows, events and sources, and whether it
    /// would still be made today.
    ///
    /// @param prediction the IRI of the predicted value, or what follows `/datum/` in it
    /// @throws LodestoneException.NotFound if there is none
    Told audit(String prediction);
}
