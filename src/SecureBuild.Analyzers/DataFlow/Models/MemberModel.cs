using System.Collections.Generic;

namespace SecureBuild.Analyzers.DataFlow.Models;

/// <summary>All that the models say of one member.</summary>
sealed class MemberModel
{
    public List<ModelLine>? Sources { get; set; }

    public List<ModelLine>? Sinks { get; set; }

    /// <summary>What is put into the collection that the member holds.</summary>
    public List<ModelLine>? AddedSinks { get; set; }

    /// <summary>Flow, clean and none lines of the most specific kind.</summary>
    public List<ModelLine>? Results { get; set; }

    public List<ModelLine>? Guards { get; set; }

    /// <summary>What the property holds is one object, whoever asks.</summary>
    public bool IsShared { get; set; }

    /// <summary>The delegates given to this member are called with values from outside.</summary>
    public List<ModelLine>? Entries { get; set; }
}
