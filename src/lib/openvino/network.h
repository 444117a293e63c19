// A neural network, read from an ONNX file's bytes and run by OpenVINO. OpenVINO lies in a module beside the program,
// which is loaded when the first network is opened: a command that speaks nothing pays nothing for it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace aloud {

/// One run at a time. What output() gave stays valid until the next run.
class NetworkRequest {
  public:
    virtual ~NetworkRequest() = default;
    virtual void set(const std::string& input, const std::vector<std::size_t>& shape,
                     std::span<const std::int64_t> values) = 0;
    virtual void set(const std::string& input, const std::vector<std::size_t>& shape,
                     std::span<const float> values) = 0;
    virtual void run() = 0;
    /// All values of an output tensor, the last dimension running fastest. Throws where it holds no floats.
    virtual std::span<const float> output(const std::string& name) = 0;
};

/// Many threads may hold a request each. A request runs on one thread, so that results do not depend on their number.
class Network {
  public:
    virtual ~Network() = default;
    virtual std::unique_ptr<NetworkRequest> request() = 0;
    /// The network ready to run on this processor, to be kept and given to open_network() again.
    virtual std::string compiled() const = 0;
};

struct NetworkSource {
    std::string_view onnx;           ///< the file as it was shipped; its int8 products are computed as float ones
    std::vector<std::string> inner;  ///< inner tensors that become outputs too
    int requests = 1;                ///< how many run at once
};

/// Raised when the module makes another network of the same file.
inline constexpr int network_version = 1;

/// True if the module lies beside the program (it is not loaded for that).
bool has_network_module();

/// OpenVINO's version and the processor: what a compiled network holds for. Loads the module. Throws Error.
std::string network_platform();

/// `compiled`: of the same source, network_version and network_platform(); what is no such thing is an Error. Loads the
/// module. Throws Error saying what is wrong with the module or the network.
std::unique_ptr<Network> open_network(const NetworkSource& source, std::optional<std::string_view> compiled = {});

}  // namespace aloud
