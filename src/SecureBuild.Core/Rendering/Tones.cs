using SecureBuild.Assessment;

namespace SecureBuild.Rendering;

/// <summary>What a level or a status means to the reader.</summary>
static class Tones
{
    public static Tone Of(string level) => level switch { "error" => Tone.Bad, "warning" => Tone.Open, _ => Tone.Faint };

    public static Tone Of(ControlStatus status) => status switch
    {
        ControlStatus.NotMet => Tone.Bad,
        ControlStatus.Partly or ControlStatus.NotAssessed => Tone.Open,
        ControlStatus.MetByEvidence => Tone.Good,
        _ => Tone.Plain,
    };
}
