package dev.lodestone.query.audit;

import dev.lodestone.query.LodestoneException;
import dev.lodestone.query.Told;
import java.util.Optional;

/// What can be asked about predictions.
public interface AuditDoor {
    /// The predictions there are.
    ///
    /// @param sample only those of a sample: id or lab name
    /// @param model only those of a model: id or name
    Told predictions(Optional<String> sample, Optional<String> model);

    /// The provenance of a prediction, down to training rows, events and sources, and whether it
    /// would still be made today.
    ///
    /// @param prediction the IRI of the predicted value, or what follows `/datum/` in it
    /// @throws LodestoneException.NotFound if there is none
    Audited audit(String prediction);

    /// An audit that can also be shown as a page.
    interface Audited extends Told {
        /// What stands within the page's `<main>`.
        String html();
    }
}
